package io.astrochrome.standalone.process;

import java.time.Duration;

/**
 * How long to wait before a crashed process is started again: the wait doubles with every crash up to a limit, and
 * begins anew once the process has lived long enough.
 *
 * @param first wait after the first crash
 * @param limit no wait is longer
 * @param forgivenAfter a process that lived this long starts with a clean record
 */
public record RestartBackoff(Duration first, Duration limit, Duration forgivenAfter) {
    public static final RestartBackoff DEFAULT =
            new RestartBackoff(Duration.ofMillis(500), Duration.ofSeconds(30), Duration.ofMinutes(1));

    public RestartBackoff {
        if (first.isNegative() || limit.compareTo(first) < 0) {
            throw new IllegalArgumentException("waits must not be negative, and the limit not below the first");
        }
    }

    /** The wait after a process that had crashed {@code crashesBefore} times in a row crashes again. */
    Duration waitAfter(int crashesBefore) {
        var doubled = first.multipliedBy(1L << Math.min(crashesBefore, 20));
        return doubled.compareTo(limit) < 0 ? doubled : limit;
    }

    /** Crashes in a row, counted after a process with {@code crashesBefore} lived for {@code lifetime}. */
    int crashesInARow(int crashesBefore, Duration lifetime) {
        return lifetime.compareTo(forgivenAfter) >= 0 ? 0 : crashesBefore;
    }
}
