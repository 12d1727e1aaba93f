package org.handrail.ingest.pairing;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.handrail.ingest.DeviceCredential;
import org.handrail.ingest.DeviceMake;
import org.handrail.ingest.Given;
import org.handrail.ingest.PairingCode;
import org.handrail.ingest.PairingCodes;
import org.handrail.ingest.PairingCodes.EarlierWatches;
import org.handrail.ingest.PairingCodes.State;
import org.handrail.ingest.Redemption;
import org.handrail.ingest.TestDatabase;
import org.handrail.signals.DeviceId;
import org.handrail.signals.MenteeId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.JdbcTemplate;

class PairingCodeTests {

    private static final DeviceMake MAKE = new DeviceMake("Steady 2", "1.4.0");

    private final HikariDataSource dataSource = TestDatabase.shared();
    private final JdbcTemplate jdbc = new JdbcTemplate(dataSource);
    private final HandClock clock = new HandClock(Given.NOW);
    private final Doorkeeper doorkeeper = new Doorkeeper();
    private final BrokerDesk desk = new BrokerDesk(dataSource, Optional.of(doorkeeper), clock);
    private final JdbcPairings pairings = new JdbcPairings(dataSource, desk, clock);
    private final JdbcPairingCodes codes = new JdbcPairingCodes(dataSource, pairings, clock);
    private final MenteeId mentee = Given.mentee();
    private final String source = "192.0.2." + UUID.randomUUID();

    /** Wrong codes of other tests would slow these down. */
    @BeforeEach
    void forgetWhoGuessed() {
        jdbc.update("UPDATE ingest.pairing_attempt SET wrong = 0");
    }

    @Test
    void theCodeOnThePagePairsTheWatchThatKnowsIt() {
        var issued = issue(EarlierWatches.END);
        assertThat(codes.stateOf(issued.id(), clock.instant())).isEqualTo(State.OPEN);

        var paired = paired(issued.code());

        assertThat(pairings.devicesOf(mentee)).containsExactly(paired.device());
        assertThat(pairings.isGenuine(paired.device(), paired.secret())).isTrue();
        assertThat(pairings.find(paired.device()).orElseThrow().make()).contains(MAKE);
        assertThat(doorkeeper.letsIn(paired.device())).isTrue();
        assertThat(codes.stateOf(issued.id(), clock.instant())).isEqualTo(State.REDEEMED);
    }

    @Test
    void aUsedACancelledAnExpiredAndAnInventedCodeAreAnsweredAlike() {
        var used = issue(EarlierWatches.END).code();
        paired(used);
        var cancelled = issue(EarlierWatches.END);
        var expired = issue(EarlierWatches.END);
        assertThat(codes.stateOf(cancelled.id(), clock.instant())).isEqualTo(State.OVER);
        clock.move(PairingCodes.VALID_FOR);
        assertThat(codes.stateOf(expired.id(), clock.instant())).isEqualTo(State.OVER);

        assertThat(Stream.of(used, cancelled.code(), expired.code(), PairingCode.next())
                        .map(this::redeem))
                .containsOnly(new Redemption.WrongCode());
    }

    @Test
    void aCodeIsGoodUntilTheInstantBeforeItsEnd() {
        var issued = issue(EarlierWatches.END);
        clock.move(PairingCodes.VALID_FOR.minusMillis(1));

        assertThat(redeem(issued.code())).isInstanceOf(Redemption.Paired.class);
    }

    @Test
    void ofTwentyWatchesThatTryTheSameCodeAtOnceExactlyOneIsPaired() throws Exception {
        var issued = issue(EarlierWatches.KEEP);
        int watches = 20;
        var barrier = new CyclicBarrier(watches);
        var threads = Executors.newFixedThreadPool(watches);
        try {
            var attempts = IntStream.range(0, watches)
                    .<Callable<Redemption>>mapToObj(watch -> () -> {
                        barrier.await();
                        return codes.redeem(issued.code(), source + watch, MAKE, clock.instant());
                    })
                    .toList();
            var paired = 0;
            for (var attempt : threads.invokeAll(attempts)) {
                paired += attempt.get() instanceof Redemption.Paired ? 1 : 0;
            }
            assertThat(paired).isEqualTo(1);
        } finally {
            threads.shutdownNow();
        }
        assertThat(pairings.devicesOf(mentee)).hasSize(1);
    }

    @Test
    void theEarlierWatchEndsWhenTheNewOneIsPairedAndNotBefore() {
        var earlier = pairings.pair(mentee).device();
        var issued = issue(EarlierWatches.END);
        assertThat(pairings.devicesOf(mentee)).containsExactly(earlier);

        var paired = paired(issued.code());

        assertThat(pairings.devicesOf(mentee)).containsExactly(paired.device());
        assertThat(reasonOf(earlier)).isEqualTo("REPLACED");
    }

    @Test
    void theEarlierWatchStaysWhereTheMenteeWantsThat() {
        var earlier = pairings.pair(mentee).device();

        var paired = paired(issue(EarlierWatches.KEEP).code());

        assertThat(pairings.devicesOf(mentee)).containsExactlyInAnyOrder(earlier, paired.device());
    }

    @Test
    void aBrokerThatIsAwayPairsNothingAndTheSameCodeWorksLater() {
        var earlier = pairings.pair(mentee).device();
        var issued = issue(EarlierWatches.END);
        doorkeeper.away(true);

        assertThat(redeem(issued.code())).isInstanceOf(Redemption.BrokerAway.class);
        assertThat(pairings.devicesOf(mentee)).containsExactly(earlier);
        assertThat(codes.stateOf(issued.id(), clock.instant())).isEqualTo(State.OPEN);

        doorkeeper.away(false);
        var paired = paired(issued.code());
        assertThat(pairings.devicesOf(mentee)).containsExactly(paired.device());
        assertThat(jdbc.queryForList(
                        "SELECT ended_reason FROM ingest.pairing WHERE mentee = ? AND ended_reason IS NOT NULL",
                        String.class,
                        mentee.value()))
                .containsExactlyInAnyOrder("NOT_ADMITTED", "REPLACED");
    }

    @Test
    void theCodeIsStoredNowhereNotEvenAsAPlainHash() throws Exception {
        var code = issue(EarlierWatches.END).code();

        var rows = jdbc.query(
                "SELECT code_hash FROM ingest.pairing_code WHERE mentee = ?",
                (row, n) -> row.getBytes(1),
                mentee.value());

        assertThat(rows).hasSize(1).first().isEqualTo(new CodeHash(salt()).of(code));
        assertThat(rows.get(0)).isNotEqualTo(Secret.hashOf(code.value()));
        assertThat(new CodeHash(new byte[16]).of(code)).isNotEqualTo(rows.get(0));
        assertThat(code).hasToString("PairingCode");
    }

    @Test
    void codesAreOfTheirAlphabetAndDoNotRepeat() {
        Set<PairingCode> many = Stream.generate(PairingCode::next).limit(20_000).collect(Collectors.toSet());

        assertThat(many).hasSize(20_000).allSatisfy(code -> {
            assertThat(code.value()).hasSize(8).doesNotContainPattern("[01ILOU]");
            assertThat(PairingCode.parse(code.grouped().toLowerCase(Locale.ROOT)))
                    .contains(code);
        });
        assertThat(Math.log(Math.pow(letters(many).size(), 8)) / Math.log(2)).isGreaterThan(39);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "ABCD-EFG", "ABCD-EFGHJ", "ABCD-EFG0", "ABCD-EFG'", "ABCD–EFGH", "ＡBCD-EFGH"})
    void whatCannotBeACodeIsNone(String typed) {
        assertThat(PairingCode.parse(typed)).isEmpty();
    }

    private static Set<Integer> letters(Set<PairingCode> codes) {
        return codes.stream().flatMap(code -> code.value().chars().boxed()).collect(Collectors.toSet());
    }

    private byte[] salt() {
        List<byte[]> salts = jdbc.query("SELECT salt FROM ingest.pairing_code_salt", (row, n) -> row.getBytes(1));
        assertThat(salts).hasSize(1);
        return salts.get(0);
    }

    private String reasonOf(DeviceId device) {
        return jdbc.queryForObject(
                "SELECT ended_reason FROM ingest.pairing WHERE device = ?", String.class, device.value());
    }

    private PairingCodes.Issued issue(EarlierWatches earlier) {
        return codes.issue(mentee, earlier, clock.instant());
    }

    private DeviceCredential paired(PairingCode code) {
        clock.move(Duration.ofSeconds(1));
        return ((Redemption.Paired) redeem(code)).credential();
    }

    private Redemption redeem(PairingCode code) {
        return codes.redeem(code, source, MAKE, clock.instant());
    }
}
