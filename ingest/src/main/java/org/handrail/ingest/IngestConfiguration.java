package org.handrail.ingest;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.composite.CompositeMeterRegistry;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.ForkJoinPool;
import javax.sql.DataSource;
import org.handrail.ingest.admission.Admission;
import org.handrail.ingest.admission.Refusals;
import org.handrail.ingest.archive.ArchiveWriters;
import org.handrail.ingest.archive.Incoming;
import org.handrail.ingest.archive.Intake;
import org.handrail.ingest.archive.JdbcFrameArchive;
import org.handrail.ingest.direct.DirectIntake;
import org.handrail.ingest.mqtt.FrameReceiver;
import org.handrail.ingest.mqtt.MqttDownlink;
import org.handrail.ingest.mqtt.MqttLink;
import org.handrail.ingest.mqtt.Pacing;
import org.handrail.ingest.pairing.BrokerDesk;
import org.handrail.ingest.pairing.JdbcPairingCodes;
import org.handrail.ingest.pairing.JdbcPairings;
import org.handrail.ingest.pairing.PairingLifecycle;
import org.handrail.ingest.retention.DailyRetention;
import org.handrail.ingest.silence.Hearing;
import org.handrail.ingest.silence.JdbcDeviceOverviews;
import org.handrail.ingest.silence.SilenceRounds;
import org.handrail.ingest.silence.SilenceWatch;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Wires ingest. Needs from the house: a {@link DataSource} with the migrations of {@code db/migration/ingest} applied, a
 * {@link FrameSink}, a {@link CollectionConsent} and the one {@link Clock}; a {@link MeterRegistry} is used where there is
 * one, and {@link BrokerRights} in the one process that has a say at the broker.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(IngestSettings.class)
public class IngestConfiguration {

    @Bean
    BrokerDesk brokerDesk(DataSource dataSource, ObjectProvider<BrokerRights> rights, Clock clock) {
        return new BrokerDesk(dataSource, Optional.ofNullable(rights.getIfAvailable()), clock);
    }

    @Bean
    JdbcPairings pairings(DataSource dataSource, BrokerDesk broker, Clock clock) {
        return new JdbcPairings(dataSource, broker, clock);
    }

    @Bean
    JdbcPairingCodes pairingCodes(DataSource dataSource, JdbcPairings pairings, Clock clock) {
        return new JdbcPairingCodes(dataSource, pairings, clock);
    }

    @Bean
    PairingLifecycle pairingLifecycle(JdbcPairings pairings, JdbcPairingCodes codes, BrokerDesk broker) {
        return new PairingLifecycle(pairings, codes, broker, IngestLifecycle.PHASE - 1);
    }

    @Bean
    FrameArchive frameArchive(DataSource dataSource) {
        return new JdbcFrameArchive(dataSource);
    }

    @Bean
    DeviceOverviews deviceOverviews(DataSource dataSource, Pairings pairings, Refusals refusals) {
        return new JdbcDeviceOverviews(dataSource, pairings, refusals);
    }

    @Bean
    Downlink downlink(MqttLink link, Pairings pairings, Clock clock) {
        return new MqttDownlink(link, pairings, clock);
    }

    @Bean
    Refusals ingestRefusals(Clock clock, ObjectProvider<MeterRegistry> meters) {
        return new Refusals(clock, orNone(meters));
    }

    @Bean
    Intake intake(IngestSettings settings, ObjectProvider<MeterRegistry> meters) {
        return new Intake(settings.mqtt().receiveMaximum(), DirectIntake.MOST_UNDER_WAY, orNone(meters));
    }

    @Bean
    Admission admission(IngestSettings settings, JdbcPairings pairings, CollectionConsent consent) {
        return new Admission(settings.admission(), pairings::menteeOf, consent::isGiven);
    }

    @Bean
    DirectIntake directIntake(
            IngestSettings settings,
            Admission admission,
            Refusals refusals,
            Intake intake,
            Clock clock,
            ObjectProvider<MeterRegistry> meters) {
        return new DirectIntake(admission, settings.rate(), refusals, intake, clock, orNone(meters));
    }

    @Bean
    ArchiveIntake archiveIntake(Intake intake) {
        return (mentee, frame, receivedAt, stored) ->
                intake.offer(new Incoming(mentee, frame, receivedAt, stored::run));
    }

    @Bean
    MqttLink mqttLink(
            IngestSettings settings,
            JdbcPairings pairings,
            Admission admission,
            Refusals refusals,
            Hearing hearing,
            Intake intake,
            ObjectProvider<FloodGate> gate,
            Clock clock,
            ObjectProvider<MeterRegistry> meters) {
        var pacing = new Pacing(
                settings.rate(),
                gate.getIfAvailable(() -> (device, pause) -> {}),
                ForkJoinPool.commonPool(),
                orNone(meters));
        var receiver = new FrameReceiver(admission, pacing, refusals, hearing, intake, clock, orNone(meters));
        return new MqttLink(settings.mqtt(), receiver, intake, pairings::warmUp, orNone(meters));
    }

    @Bean
    Hearing hearing() {
        return new Hearing();
    }

    @Bean
    SilenceRounds silenceRounds(
            Hearing hearing,
            MqttLink link,
            DataSource dataSource,
            ObjectProvider<PlatformTransactionManager> transactions,
            ApplicationEventPublisher events,
            IngestSettings settings,
            Clock clock) {
        var manager = transactions.getIfAvailable(() -> new DataSourceTransactionManager(dataSource));
        var watch = new SilenceWatch(hearing, dataSource, new TransactionTemplate(manager), events, settings.silence());
        return new SilenceRounds(
                watch, link::isConnected, clock, settings.silence().look(), IngestLifecycle.PHASE - 1);
    }

    @Bean
    IngestLifecycle ingestLifecycle(
            DataSource dataSource,
            Intake intake,
            FrameSink sink,
            Refusals refusals,
            Hearing hearing,
            IngestSettings settings,
            MqttLink link,
            ObjectProvider<MeterRegistry> meters) {
        FrameSink heardAndHandedOn = frames -> {
            hearing.heard(frames);
            sink.accept(frames);
        };
        var writers = new ArchiveWriters(
                dataSource,
                intake,
                heardAndHandedOn,
                refusals,
                settings.admission(),
                settings.archive(),
                orNone(meters));
        return new IngestLifecycle(writers, link);
    }

    @Bean
    DailyRetention dailyRetention(DataSource dataSource, IngestSettings settings, Clock clock) {
        return new DailyRetention(dataSource, settings.retention(), settings.admission(), clock);
    }

    /** A composite of nothing counts nothing. */
    private static MeterRegistry orNone(ObjectProvider<MeterRegistry> meters) {
        return meters.getIfAvailable(CompositeMeterRegistry::new);
    }
}
