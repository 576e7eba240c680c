package io.astrochrome.platform.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SessionTokensTest {
    private static final String KEY = "the key of the observatory";
    private static final Instant NIGHTFALL = Instant.parse("2026-11-22T18:00:00Z");
    private static final Duration NIGHT = Duration.ofHours(12);

    @TempDir
    Path folder;

    @Test
    void lastsUntilItsTimeIsUp() {
        String token = at(NIGHTFALL, KEY).issue(KEY);

        assertThat(at(NIGHTFALL.plus(NIGHT).minusSeconds(1), KEY).accept(token)).hasValue(Role.OPERATOR);
        assertThat(at(NIGHTFALL.plus(NIGHT), KEY).accept(token)).isEmpty();
    }

    @Test
    void endsWithTheKeyThatItWasIssuedFor() {
        String token = at(NIGHTFALL, KEY).issue(KEY);

        assertThat(at(NIGHTFALL, "another key, made since").accept(token)).isEmpty();
    }

    @Test
    void isNotMadeLongerByWhoHoldsIt() {
        String token = at(NIGHTFALL, KEY).issue(KEY);
        String later = Long.toString(NIGHTFALL.plus(NIGHT).plusSeconds(60).getEpochSecond());

        assertThat(at(NIGHTFALL, KEY).accept(later + token.substring(token.indexOf('.'))))
                .isEmpty();
        assertThat(at(NIGHTFALL, KEY).accept("no token")).isEmpty();
        assertThat(at(NIGHTFALL, KEY).accept("")).isEmpty();
    }

    @Test
    void letsABrowserDoWhatItsKeyMay() {
        String token = at(NIGHTFALL, "viewer " + KEY).issue(KEY);

        assertThat(at(NIGHTFALL, "viewer " + KEY).accept(token)).hasValue(Role.VIEWER);
    }

    @Test
    void doesNotHoldTheKey() {
        assertThat(at(NIGHTFALL, KEY).issue(KEY)).doesNotContain(KEY);
    }

    @Test
    void isNoneAnyMoreOnceItIsGivenBack() {
        SessionTokens sessions = at(NIGHTFALL, KEY);
        String here = sessions.issue(KEY);
        String there = sessions.issue(KEY);

        sessions.revoke(here);
        sessions.revoke("no token");

        assertThat(sessions.accept(here)).isEmpty();
        assertThat(sessions.accept(there)).as("another browser's").hasValue(Role.OPERATOR);
    }

    @Test
    void staysGivenBackAfterARestartAndForEveryInstanceUntilItsTimeIsUp() throws IOException {
        String token = at(NIGHTFALL, KEY).issue(KEY);
        String kept = at(NIGHTFALL, KEY).issue(KEY);

        at(NIGHTFALL, KEY).revoke(token);

        SessionTokens elsewhere = at(NIGHTFALL.plusSeconds(1), KEY);
        assertThat(elsewhere.accept(token)).isEmpty();
        assertThat(elsewhere.accept(kept)).hasValue(Role.OPERATOR);
        Path another = Files.createFile(folder.resolve("2026-11-22-m31.fits"));
        SessionTokens nextNight = at(NIGHTFALL.plus(NIGHT), KEY);
        nextNight.revoke(nextNight.issue(KEY));
        try (Stream<Path> notes = Files.list(folder)) {
            assertThat(notes)
                    .as("the one that has ended is forgotten, and nothing else")
                    .hasSize(2)
                    .contains(another);
        }
    }

    @Test
    void isGivenBackForTheProcessWhereTheDiskTakesNoNote() throws IOException {
        Path file = Files.createFile(folder.resolve("no folder"));
        SessionTokens sessions = new SessionTokens(
                ApiKeys.of(Optional.of(KEY), Optional.empty()),
                "metrics-service",
                NIGHT,
                new SignOuts(file),
                InstantSource.fixed(NIGHTFALL));
        String token = sessions.issue(KEY);

        sessions.revoke(token);

        assertThat(sessions.accept(token)).isEmpty();
    }

    @Test
    void isOfTheServiceThatItWasBegunAtSoThatSigningOutThereEndsIt() {
        String token = at(NIGHTFALL, KEY).issue(KEY);

        assertThat(at("metrics-service", NIGHTFALL, KEY).accept(token))
                .as("another instance of the service")
                .hasValue(Role.OPERATOR);
        assertThat(at("ingest-service", NIGHTFALL, KEY).accept(token)).isEmpty();
    }

    private SessionTokens at(Instant now, String key) {
        return at("metrics-service", now, key);
    }

    private SessionTokens at(String service, Instant now, String key) {
        return new SessionTokens(
                ApiKeys.of(Optional.of(key), Optional.empty()),
                service,
                NIGHT,
                new SignOuts(folder),
                InstantSource.fixed(now));
    }
}
