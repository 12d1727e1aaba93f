package org.handrail.ingest.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.handrail.ingest.Given;
import org.handrail.signals.DeviceId;
import org.handrail.signals.Series;
import org.handrail.signals.StreamKind;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.UncategorizedSQLException;
import org.springframework.jdbc.core.JdbcTemplate;

/** Several writers come into new months at once, while someone reads and old months are dropped. */
abstract class MonthTurnKit {

    private static final int WRITERS = 4;
    private static final int BATCHES = 60;
    private static final int BATCH = 50;
    private static final long SEED = 20261120;

    /** Two and a half years that no other test has anything in. */
    private static final Instant FROM = Instant.parse("2020-01-01T00:00:00Z");

    private static final int DAYS = 900;

    private final DataSource dataSource;

    MonthTurnKit(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    @Test
    void noBatchFailsAndNothingWaitsForEverWhileMonthsAreMadeAndDropped() throws Exception {
        var devices = IntStream.range(0, WRITERS).mapToObj(i -> Given.device()).toList();
        var threads = Executors.newCachedThreadPool();
        try (var reader = dataSource.getConnection()) {
            reader.setAutoCommit(false);
            reader.createStatement()
                    .executeQuery("SELECT max(position) FROM ingest.frame")
                    .close();
            var writing = new ArrayList<Future<Integer>>();
            for (int writer = 0; writer < WRITERS; writer++) {
                int number = writer;
                writing.add(threads.submit(() -> write(number, devices.get(number))));
            }
            var written = CompletableFuture.supplyAsync(() -> sum(writing), threads);
            int rounds = 0;
            while (!written.isDone()) {
                makeAndDropAnOldMonth();
                if (rounds++ == 3) {
                    reader.rollback();
                }
            }

            assertThat(written.get()).isEqualTo(WRITERS * BATCHES * BATCH);
        } finally {
            threads.shutdownNow();
        }
        var archive = new JdbcFrameArchive(dataSource);
        assertThat(devices)
                .allSatisfy(device -> assertThat(archive.count(device)).isEqualTo(BATCHES * BATCH));
        new JdbcTemplate(dataSource).queryForList("SELECT * FROM ingest.drop_frames_before('2023-01-01')");
    }

    /** As a process of its own would, which has seen no month yet. */
    private int write(int number, DeviceId device) throws SQLException {
        var table = new FrameTable(dataSource, Duration.ofDays(4_000));
        var random = new Random(SEED + number);
        var mentee = Given.mentee();
        int fresh = 0;
        for (int batch = 0; batch < BATCHES; batch++) {
            var frames = new ArrayList<Incoming>(BATCH);
            for (int i = 0; i < BATCH; i++) {
                var at = FROM.plus(Duration.ofHours(random.nextInt(DAYS * 24)));
                var frame = Given.frame(
                        device,
                        batch * BATCH + i,
                        StreamKind.HEART_RATE,
                        at,
                        Series.of(Duration.ofSeconds(10), 1, 70, 71));
                frames.add(new Incoming(mentee, frame, Given.NOW, () -> {}));
            }
            fresh += table.write(number, frames, new HashMap<>()).fresh().size();
        }
        return fresh;
    }

    private void makeAndDropAnOldMonth() {
        var jdbc = new JdbcTemplate(dataSource);
        jdbc.queryForList("SELECT ingest.ensure_frame_month('2019-01-15')");
        try {
            jdbc.queryForList("SELECT * FROM ingest.drop_frames_before('2019-06-01')");
        } catch (UncategorizedSQLException readerInTheWay) {
            assertThat(readerInTheWay.getSQLException().getSQLState()).isEqualTo("55P03");
        }
    }

    private static int sum(List<Future<Integer>> parts) {
        return parts.stream()
                .mapToInt(part -> {
                    try {
                        return part.get();
                    } catch (Exception fault) {
                        throw new IllegalStateException(fault);
                    }
                })
                .sum();
    }
}
