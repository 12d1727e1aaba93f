package org.handrail.ingest.pairing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.handrail.ingest.Given;
import org.handrail.ingest.PairingEnd;
import org.handrail.ingest.TestDatabase;
import org.handrail.signals.MenteeId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.datasource.DelegatingDataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Two processes pair on one database. */
class SeveralProcessesTests {

    private static final PairingEnd UNPAIRED = new PairingEnd(PairingEnd.Reason.UNPAIRED, Optional.empty());

    private final HikariDataSource dataSource = TestDatabase.shared();
    private final HandClock clock = new HandClock(Given.NOW);
    private final Questions questions = new Questions(dataSource);
    private final JdbcPairings here = new JdbcPairings(questions, clock);
    private final JdbcPairings there = new JdbcPairings(dataSource, clock);
    private final MenteeId mentee = Given.mentee();

    @Test
    void aWatchPairedThereIsKnownHereAtItsFirstFrame() {
        here.warmUp();
        var credential = there.pair(mentee);

        assertThat(here.menteeOf(credential.device())).contains(mentee);
        assertThat(here.isGenuine(credential.device(), credential.secret())).isTrue();
    }

    @Test
    void aKnownWatchIsNotAskedForAndAnUnknownOneOnceASecond() {
        var known = there.pair(mentee).device();
        var unknown = Given.device();
        here.menteeOf(known);
        questions.count.set(0);

        IntStream.range(0, 1_000).forEach(frame -> here.menteeOf(known));
        assertThat(questions.count).hasValue(0);
        IntStream.range(0, 1_000).forEach(frame -> here.menteeOf(unknown));
        assertThat(questions.count).hasValue(1);
        clock.move(Duration.ofSeconds(1));
        IntStream.range(0, 1_000).forEach(frame -> here.menteeOf(unknown));
        assertThat(questions.count).hasValue(2);
    }

    @Test
    void unknownWatchesDoNotFillTheMemory() {
        var memory = new PairingMemory();
        for (int i = 0; i < PairingMemory.MOST_UNKNOWN + 500; i++) {
            memory.unknown(Given.device(), clock.instant());
        }
        assertThat(memory.unknownDevices()).isEqualTo(PairingMemory.MOST_UNKNOWN);
    }

    @Test
    void whatChangedThereIsSeenHereByTheNextLook() {
        here.warmUp();
        var kept = there.pair(mentee).device();
        var ended = there.pair(mentee).device();
        here.readChanges();
        assertThat(here.devicesOf(mentee)).containsExactlyInAnyOrder(kept, ended);

        there.unpair(ended, UNPAIRED);
        here.readChanges();

        assertThat(here.devicesOf(mentee)).containsExactly(kept);
        assertThat(here.menteeOf(ended)).isEmpty();
    }

    @Test
    void aChangeThatIsCommittedLateIsSeenHoweverManyLooksWereTakenMeanwhile() {
        var early = there.pair(mentee).device();
        here.warmUp();
        var transaction = new TransactionTemplate(new JdbcTransactionManager(dataSource));

        var late = transaction.execute(status -> {
            var device = there.pair(mentee).device();
            there.unpair(early, UNPAIRED);
            for (int look = 0; look < 3; look++) {
                inAnotherTransaction(() -> there.pair(Given.mentee()));
                inAnotherTransaction(here::readChanges);
            }
            return device;
        });
        assertThat(here.devicesOf(mentee)).as("not committed yet").containsExactly(early);
        here.readChanges();

        assertThat(here.devicesOf(mentee)).containsExactly(late);
    }

    @Test
    void anEndedPairingDoesNotSlipBackInByAnOlderReading() {
        var memory = new PairingMemory();
        var row = new PairingRow(Given.device(), mentee, new byte[32], Given.NOW, Optional.empty());
        long before = memory.endings();
        memory.end(row.device());

        assertThat(memory.learn(List.of(row), before)).isFalse();
        assertThat(memory.find(row.device())).isEmpty();
    }

    @Test
    void theThreadSeesByItselfWhatChangedThere() {
        var lifecycle = new PairingLifecycle(
                here,
                new JdbcPairingCodes(dataSource, here, clock),
                new BrokerDesk(dataSource, Optional.empty(), clock),
                0);
        lifecycle.start();
        try {
            var device = there.pair(mentee).device();
            await().atMost(Duration.ofSeconds(5))
                    .until(() -> here.devicesOf(mentee).contains(device));
            there.unpair(device, UNPAIRED);
            await().atMost(Duration.ofSeconds(5))
                    .until(() -> here.devicesOf(mentee).isEmpty());
        } finally {
            lifecycle.stop();
        }
        assertThat(lifecycle.isRunning()).isFalse();
    }

    @Test
    void whileTheDatabaseIsAwayKnownWatchesGoOnAndUnknownOnesAreNotRefused(@TempDir Path directory) throws Exception {
        try (var database = new TestDatabase(directory)) {
            var pairings = new JdbcPairings(database.dataSource(), clock);
            var known = pairings.pair(mentee).device();
            var other =
                    new JdbcPairings(database.dataSource(), clock).pair(mentee).device();
            database.stop();

            assertThat(pairings.menteeOf(known)).contains(mentee);
            assertThatThrownBy(() -> pairings.menteeOf(other)).isInstanceOf(DataAccessException.class);
            assertThatThrownBy(pairings::readChanges).isInstanceOf(DataAccessException.class);

            database.start();
            assertThat(pairings.menteeOf(other)).contains(mentee);
        }
    }

    /** On a thread of its own, since a transaction belongs to one. */
    private static void inAnotherTransaction(Runnable work) {
        var thread = new Thread(work);
        thread.start();
        try {
            thread.join();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Counts how often the database is asked. */
    private static final class Questions extends DelegatingDataSource {

        private final AtomicInteger count = new AtomicInteger();

        Questions(DataSource asked) {
            super(asked);
        }

        @Override
        public Connection getConnection() throws SQLException {
            count.incrementAndGet();
            return super.getConnection();
        }
    }
}
