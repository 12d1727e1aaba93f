package org.handrail.companion.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryUsage;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.handrail.analytics.FrameIntake;
import org.handrail.companion.house.House;
import org.handrail.companion.house.HouseSettings;
import org.handrail.ingest.FrameArchive;
import org.handrail.ingest.Pairings;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The whole house, as {@code serve} opens it, with somebody who counts what passes the commit and what is told. */
final class HousePart implements BenchPart.Measured {

    /** Of the setup: where this house lives. */
    static final String DIRECTORY = "whole-house";

    private final Onlooker onlooker = new Onlooker();
    private final House house;
    private final ManyWearers wearers;

    private HousePart(Path directory) {
        house = House.open(HouseSettings.onFreePorts(directory), onlooker::lookOn);
        wearers = new ManyWearers(
                house.room(JdbcTemplate.class),
                new TransactionTemplate(house.room(PlatformTransactionManager.class)),
                house.room(Pairings.class),
                house.room(Clock.class));
    }

    static HousePart open(Map<String, String> setup) {
        setup.forEach((name, value) -> {
            if (name.startsWith("handrail.") || name.startsWith("spring.")) {
                System.setProperty(name, value);
            }
        });
        return new HousePart(Path.of(Objects.requireNonNull(setup.get(DIRECTORY))));
    }

    @Override
    public long taken() {
        return onlooker.commits().committed();
    }

    @Override
    public String answer(String command, String rest) throws IOException {
        return switch (command) {
            case "broker" -> house.brokerUrl();
            case "clock" -> String.valueOf(System.nanoTime());
            case "database-process" ->
                String.valueOf(house.room(JdbcClient.class)
                        .sql("SELECT pg_backend_pid()")
                        .query(Long.class)
                        .single());
            case "welcome" ->
                wearers.welcome(Integer.parseInt(rest)).stream()
                        .map(credential -> credential.device() + " " + credential.secret())
                        .collect(Collectors.joining(" "));
            case "latency" -> onlooker.commits().percentiles();
            case "latency-in-all" -> onlooker.commits().percentilesInAll();
            case "begin" -> {
                onlooker.commits().beginAnew();
                yield "";
            }
            case "undone" -> String.valueOf(house.room(FrameIntake.class).undone());
            case "told" -> onlooker.told();
            case "heap" -> String.valueOf(heapAfterCollection());
            case "tally" -> StoredTally.of(Path.of(rest), house.room(FrameArchive.class));
            default -> throw new IllegalArgumentException("Unknown: " + command);
        };
    }

    /** What was left of the heap after its last collections, in bytes; what is used where there was none. */
    private static long heapAfterCollection() {
        long after = ManagementFactory.getMemoryPoolMXBeans().stream()
                .map(MemoryPoolMXBean::getCollectionUsage)
                .filter(Objects::nonNull)
                .mapToLong(MemoryUsage::getUsed)
                .sum();
        return after > 0
                ? after
                : ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }

    @Override
    public void close() {
        house.close();
    }
}
