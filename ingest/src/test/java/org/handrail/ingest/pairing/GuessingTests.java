package org.handrail.ingest.pairing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.handrail.ingest.DeviceMake;
import org.handrail.ingest.Given;
import org.handrail.ingest.PairingCode;
import org.handrail.ingest.PairingCodes.EarlierWatches;
import org.handrail.ingest.Redemption;
import org.handrail.ingest.TestDatabase;
import org.handrail.ingest.pairing.Slowing.Tally;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.jdbc.core.JdbcTemplate;

class GuessingTests {

    private static final DeviceMake MAKE = new DeviceMake("Steady 2", "1.4.0");
    private static final Instant NOW = Given.NOW;

    private final DataSource dataSource = TestDatabase.shared();
    private final HandClock clock = new HandClock(NOW);
    private final JdbcPairingCodes codes = codes();
    private final AttemptRows attempts = new AttemptRows(dataSource);
    private final String stranger = "stranger-" + UUID.randomUUID();

    @BeforeEach
    void forgetWhoGuessed() {
        new JdbcTemplate(dataSource).update("UPDATE ingest.pairing_attempt SET wrong = 0");
    }

    @ParameterizedTest(name = "after {0} wrong codes {1} s")
    @CsvSource({"0, 0", "4, 0", "5, 10", "6, 20", "8, 80", "10, 320", "11, 600", "1000000, 600"})
    void aSourceWaitsLongerWithEachWrongCode(int wrong, int seconds) {
        assertThat(Guessing.wait(new Tally(wrong, NOW), Tally.NONE, NOW)).isEqualTo(Duration.ofSeconds(seconds));
    }

    @Test
    void waitingIsOverWhenItsTimeHasPassedAndForgottenLater() {
        var tally = new Tally(6, NOW);

        assertThat(Guessing.wait(tally, Tally.NONE, NOW.plusSeconds(19))).isEqualTo(Duration.ofSeconds(1));
        assertThat(Guessing.wait(tally, Tally.NONE, NOW.plusSeconds(20))).isZero();
        assertThat(Guessing.ONE_SOURCE.after(tally, NOW.plusSeconds(20)).wrong())
                .isEqualTo(7);
        assertThat(Guessing.ONE_SOURCE
                        .after(tally, NOW.plus(Duration.ofMinutes(61)))
                        .wrong())
                .isEqualTo(1);
    }

    @Test
    void aWatchThatNeverGuessedIsHeldUpByNobodyUntilVeryManyDid() {
        var guessed = new Tally(1, NOW.minusSeconds(60));

        assertThat(Guessing.wait(guessed, new Tally(49, NOW), NOW)).isZero();
        assertThat(Guessing.wait(guessed, new Tally(60, NOW), NOW)).isEqualTo(Duration.ofSeconds(10));
        assertThat(Guessing.wait(Tally.NONE, new Tally(60, NOW), NOW)).isZero();
        assertThat(Guessing.wait(Tally.NONE, new Tally(1_000_000, NOW), NOW)).isEqualTo(Duration.ofSeconds(1));
    }

    @Test
    void fiveWrongCodesAreLookedAtAndTheSixthIsNot() {
        var mentee = Given.mentee();
        var issued = codes.issue(mentee, EarlierWatches.END, clock.instant());
        for (int i = 0; i < 5; i++) {
            assertThat(redeem(PairingCode.next(), stranger)).isEqualTo(new Redemption.WrongCode());
        }

        assertThat(redeem(issued.code(), stranger)).isEqualTo(new Redemption.TooManyAttempts(Duration.ofSeconds(10)));
        assertThat(redeem(issued.code(), "the-mentees-own"))
                .as("a stranger's guessing cancels nothing and locks nobody out")
                .isInstanceOf(Redemption.Paired.class);
    }

    @Test
    void wrongCodesAreStillCountedAfterARestart() {
        for (int i = 0; i < 5; i++) {
            redeem(PairingCode.next(), stranger);
        }

        assertThat(codes().redeem(PairingCode.next(), stranger, MAKE, clock.instant()))
                .isInstanceOf(Redemption.TooManyAttempts.class);
    }

    @Test
    void ofFiftyGuessesAtOnceNoMoreAreLookedAtThanOneAfterTheOther() throws Exception {
        var threads = Executors.newFixedThreadPool(8);
        int lookedAt = 0;
        try {
            var guesses = IntStream.range(0, 50)
                    .<Callable<Optional<Duration>>>mapToObj(i -> () -> attempts.begin(stranger, clock.instant()))
                    .toList();
            for (var guess : threads.invokeAll(guesses)) {
                lookedAt += guess.get().isEmpty() ? 1 : 0;
            }
        } finally {
            threads.shutdownNow();
        }
        assertThat(lookedAt).isEqualTo(5);
    }

    @Test
    void aRightCodeCountsForNobodyAndWipesNothingOff() {
        for (int i = 0; i < 4; i++) {
            redeem(PairingCode.next(), stranger);
        }
        var issued = codes.issue(Given.mentee(), EarlierWatches.END, clock.instant());

        assertThat(redeem(issued.code(), stranger)).isInstanceOf(Redemption.Paired.class);
        assertThat(redeem(PairingCode.next(), stranger)).isEqualTo(new Redemption.WrongCode());
        assertThat(redeem(PairingCode.next(), stranger)).isInstanceOf(Redemption.TooManyAttempts.class);
    }

    @Test
    void whatIsForgottenIsDeleted() {
        redeem(PairingCode.next(), stranger);
        codes.forgetOldAttempts();
        assertThat(rowsOf(stranger)).isEqualTo(1);

        clock.move(Duration.ofMinutes(61));
        codes.forgetOldAttempts();
        assertThat(rowsOf(stranger)).isZero();
        assertThat(rowsOf("*")).isEqualTo(1);
    }

    private int rowsOf(String source) {
        return new JdbcTemplate(dataSource)
                .queryForObject("SELECT count(*) FROM ingest.pairing_attempt WHERE source = ?", Integer.class, source);
    }

    private Redemption redeem(PairingCode code, String source) {
        return codes.redeem(code, source, MAKE, clock.instant());
    }

    private JdbcPairingCodes codes() {
        return new JdbcPairingCodes(dataSource, new JdbcPairings(dataSource, clock), clock);
    }
}
