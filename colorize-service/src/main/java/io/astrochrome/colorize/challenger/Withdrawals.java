package io.astrochrome.colorize.challenger;

/** Sets a challenger aside. */
@FunctionalInterface
public interface Withdrawals {
    /** Returns soon; the challenger colours nothing from then on. */
    void withdraw(ChallengerWatch.Verdict verdict);
}
