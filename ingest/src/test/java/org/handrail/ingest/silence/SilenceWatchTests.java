package org.handrail.ingest.silence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.handrail.ingest.silence.GivenSilence.SETTINGS;
import static org.handrail.ingest.silence.GivenSilence.after;
import static org.handrail.ingest.silence.GivenSilence.heartRate;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import javax.sql.DataSource;
import org.handrail.ingest.BatteryRanLow;
import org.handrail.ingest.BatteryRecovered;
import org.handrail.ingest.DeviceCondition;
import org.handrail.ingest.DeviceOverviews;
import org.handrail.ingest.Given;
import org.handrail.ingest.PairingEnd;
import org.handrail.ingest.StreamFellSilent;
import org.handrail.ingest.StreamResumed;
import org.handrail.ingest.TestDatabase;
import org.handrail.ingest.WatchClock;
import org.handrail.ingest.WatchPutOn;
import org.handrail.ingest.WatchTakenOff;
import org.handrail.ingest.admission.Refusals;
import org.handrail.ingest.pairing.JdbcPairings;
import org.handrail.signals.DeviceId;
import org.handrail.signals.DeviceStatus.Contact;
import org.handrail.signals.MenteeId;
import org.handrail.signals.StreamKind;
import org.handrail.signals.WatchConnection;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

class SilenceWatchTests {

    private final DataSource dataSource = TestDatabase.shared();
    private final JdbcPairings pairings = new JdbcPairings(dataSource, Given.CLOCK);
    private final MenteeId mentee = Given.mentee();
    private final DeviceId device = pairings.pair(mentee).device();
    private final List<Object> events = new ArrayList<>();
    private Hearing hearing = new Hearing();
    private SilenceWatch watch = watch();

    @Test
    void aStreamThatStopsIsToldOnceAndToldAgainWhenItComesBack() {
        hear(0);
        watch.look(after(0), true);
        watch.look(after(300), true);
        assertThat(told()).as("five minutes are not over").isEmpty();

        watch.look(after(301), true);
        watch.look(after(311), true);

        var silent = new StreamFellSilent(device, mentee, StreamKind.HEART_RATE, after(0));
        assertThat(told()).containsExactly(silent);
        assertThat(condition().silent()).isEqualTo(Map.of(StreamKind.HEART_RATE, after(0)));

        hear(900);
        watch.look(after(905), true);

        assertThat(told())
                .containsExactly(
                        silent, new StreamResumed(device, mentee, StreamKind.HEART_RATE, after(0), after(900)));
        assertThat(condition().silent()).isEmpty();
    }

    @Test
    void whileTheHouseCouldNotHearNobodyWasSilent() {
        hear(0);
        watch.look(after(0), true);
        watch.look(after(3_000), false);
        watch.look(after(4_000), true);
        watch.look(after(4_300), true);
        assertThat(told()).isEmpty();

        watch.look(after(4_301), true);

        assertThat(told()).hasSize(1);
    }

    @Test
    void aProcessThatTakesOverKnowsWhatTheLastOneKnew() {
        for (int hour = 0; hour < 5; hour++) {
            hear(hour * 3_600);
        }
        watch.look(after(14_400), true);
        hearing = new Hearing();
        watch = watch();

        watch.look(after(14_500), true);
        watch.look(after(14_400 + 3_600), true);
        assertThat(told()).as("this stream speaks once an hour").isEmpty();

        watch.look(after(14_500 + 4 * 3_600 + 1), true);
        assertThat(told()).hasSize(1);
    }

    @Test
    void ofTwoProcessesOneTells() {
        var other = watch();
        hear(0);
        watch.look(after(0), true);
        other.look(after(0), true);

        watch.look(after(400), true);
        other.look(after(400), true);

        assertThat(told()).hasSize(1);
    }

    @Test
    void aDeviceThatIsNoLongerPairedIsNotMissed() {
        hear(0);
        watch.look(after(0), true);
        pairings.unpair(device, new PairingEnd(PairingEnd.Reason.UNPAIRED, Optional.empty()));

        watch.look(after(4_000), true);

        assertThat(told()).isEmpty();
    }

    @Test
    void aLowBatteryIsToldOnceUntilItIsWellAboveTheMark() {
        say(15, Contact.WORN);
        watch.look(after(0), true);
        say(17, Contact.WORN);
        watch.look(after(10), true);
        assertThat(condition().batteryLowSince()).contains(Given.NOW);
        say(25, Contact.WORN);
        watch.look(after(20), true);

        assertThat(told())
                .containsExactly(
                        new BatteryRanLow(device, mentee, 15, Given.NOW),
                        new BatteryRecovered(device, mentee, 25, Given.NOW));
        assertThat(condition().batteryLowSince()).isEmpty();
    }

    @Test
    void aWatchThatDoesNotKnowWhetherItIsWornStaysAsItWas() {
        say(80, Contact.UNKNOWN);
        watch.look(after(0), true);
        say(80, Contact.NOT_WORN);
        watch.look(after(10), true);
        say(80, Contact.UNKNOWN);
        watch.look(after(20), true);
        assertThat(condition().notWornSince()).contains(Given.NOW);
        say(80, Contact.WORN);
        watch.look(after(30), true);

        assertThat(told())
                .containsExactly(
                        new WatchTakenOff(device, mentee, Given.NOW), new WatchPutOn(device, mentee, Given.NOW));
    }

    @Test
    void theOverviewTellsConnectionAndClock() {
        hearing.heard(heartRate(mentee, device, after(0), Duration.ofSeconds(-90)));
        hearing.heard(heartRate(mentee, device, after(1), Duration.ofSeconds(40)));
        hearing.heard(device, WatchConnection.ONLINE, after(1));
        hearing.heard(device, WatchConnection.OFFLINE, after(2));
        watch.look(after(3), true);

        assertThat(condition().clock()).contains(new WatchClock(Duration.ofSeconds(90), OptionalDouble.empty()));
        assertThat(condition().connection()).contains(new DeviceCondition.Connected(WatchConnection.OFFLINE, after(2)));
    }

    @Test
    void whatCouldNotBeWrittenDownIsWrittenDownLater() {
        hear(0);
        var heard = hearing.take();
        hear(10);
        hearing.putBack(heard);

        assertThat(hearing.take().cadences().values())
                .singleElement()
                .satisfies(cadence -> assertThat(cadence.lastReceivedAt()).isEqualTo(after(10)));
    }

    private SilenceWatch watch() {
        return new SilenceWatch(
                hearing,
                dataSource,
                new TransactionTemplate(new DataSourceTransactionManager(dataSource)),
                events::add,
                SETTINGS);
    }

    private void hear(long seconds) {
        hearing.heard(heartRate(mentee, device, after(seconds), Duration.ofSeconds(1)));
    }

    /** As the writers note it down. */
    private void say(int battery, Contact contact) {
        new JdbcTemplate(dataSource).update("""
                        INSERT INTO ingest.device_state (device, last_received_at, last_sampled_at, frames, duplicates,
                            status_at, battery_percent, contact, firmware)
                        VALUES (?, now(), now(), 1, 0, ?::timestamptz, ?, ?, '1.0')
                        ON CONFLICT (device) DO UPDATE
                        SET battery_percent = excluded.battery_percent, contact = excluded.contact""", device.value(), Given.NOW.toString(), battery, contact.name());
    }

    private List<Object> told() {
        return events.stream()
                .filter(event -> event.toString().contains(device.value()))
                .toList();
    }

    private DeviceCondition condition() {
        DeviceOverviews overviews =
                new JdbcDeviceOverviews(dataSource, pairings, new Refusals(Given.CLOCK, new SimpleMeterRegistry()));
        return overviews.of(mentee).get(0).condition();
    }
}
