package org.handrail.devicesim.load;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.handrail.devicesim.publish.WatchCredential;
import org.handrail.signals.DeviceId;

/**
 * Very many worn watches on one thread, at the pace at which watches are worn: each with a connection, a credential and a
 * subscription of its own, six streams a minute, one frame each ten seconds on average ({@link Cadence}). Some of the people
 * can be strained, so that somebody is nudged. A {@link Fleet} is for few watches as fast as they can.
 *
 * <p><b>Counters.</b> A frame's counter is the instant at which it was due, in nanoseconds of {@link System#nanoTime}, as in
 * the fleet.
 */
public final class Crowd implements AutoCloseable {

    /** For whoever is not strained. */
    public static final long NEVER = Long.MAX_VALUE;

    /**
     * Minutes from the one in which a strain begins to the one in which most of its nudges begin to arrive: it is worth a
     * question after four strained minutes or more, and the fourth closes with the first frame of the fifth, which is due a
     * minute later.
     */
    public static final int MINUTES_FROM_STRAIN_TO_NUDGE = 5;

    static final long WAITS_FOR_A_PLACE_NANOS = 20_000_000;

    private static final int BUFFER_BYTES = 256 * 1_024;
    private static final long LONGEST_REST_MS = 100;
    private static final long MINUTE_MS = 60_000;

    /** Watches with one source address, of which a machine has about 28,000 ports. */
    private static final int LINES_OF_A_SOURCE = 25_000;

    // Given once.
    private final CrowdSettings settings;
    private final Cadence cadence;
    private final WornHours hours;
    private final InetSocketAddress broker;
    private final CrowdTally tally;
    private final Thread thread;
    private final Selector selector;
    private final long nanosAtEpoch;
    private final long firstMinute;

    // Of the crowd's thread.
    private final List<WornLine> lines = new ArrayList<>();
    private final List<WornLine> left = new ArrayList<>();
    private final Agenda agenda = new Agenda();
    private final ByteBuffer in = ByteBuffer.allocateDirect(BUFFER_BYTES);
    private final ByteBuffer out = ByteBuffer.allocateDirect(BUFFER_BYTES);
    private int connecting;

    // Of any thread.
    private final Queue<Runnable> wishes = new ConcurrentLinkedQueue<>();
    private final AtomicInteger watches = new AtomicInteger();
    private volatile boolean closing;

    private Crowd(URI broker, CrowdSettings settings, Clock clock, CrowdEar ear) throws IOException {
        this.settings = settings;
        this.cadence = new Cadence(settings.seed());
        this.hours = new WornHours(settings.seed());
        this.broker = BrokerAddress.of(broker);
        this.tally = new CrowdTally(ear);
        this.selector = Selector.open();
        long nowMs = clock.millis();
        this.nanosAtEpoch = System.nanoTime() - nowMs * 1_000_000;
        this.firstMinute = nowMs / MINUTE_MS - settings.rememberedByReadable();
        this.thread = new Thread(this::run, "crowd");
        this.thread.setDaemon(true);
    }

    /** Nobody is in it yet. Takes some seconds, in which its people are made up. */
    public static Crowd start(URI broker, CrowdSettings settings, Clock clock, CrowdEar ear) {
        try {
            var crowd = new Crowd(broker, settings, clock, ear);
            crowd.thread.start();
            return crowd;
        } catch (IOException e) {
            throw new UncheckedIOException("The watches could not be made ready", e);
        }
    }

    /**
     * Watches that connect from now on.
     *
     * @param strainedFrom for each of the first of them, whose wearers can be strained and remember some minutes, the minute
     *     since 1970 from which they are; {@link #NEVER} for not at all
     */
    public void join(List<WatchCredential> credentials, List<Long> strainedFrom) {
        int before = watches.getAndAdd(credentials.size());
        var readable = new ArrayList<WornMinutes>();
        for (int i = 0; i < strainedFrom.size(); i++) {
            readable.add(worn(before + i, strainedFrom.get(i)));
        }
        wish(() -> {
            long now = System.nanoTime();
            for (int i = 0; i < credentials.size(); i++) {
                int number = before + i;
                var credential = credentials.get(i);
                lines.add(
                        i < readable.size()
                                ? remembering(number, credential, readable.get(i), now)
                                : anybody(number, credential, now));
                agenda.set(number, now);
            }
        });
    }

    private WornLine remembering(int number, WatchCredential credential, WornMinutes worn, long now) {
        long from = minuteAt(now) - settings.rememberedByReadable();
        return new WornLine(credential, this, new Walk(number, cadence, worn, from, -firstMinute), number, now);
    }

    /** Everybody begins elsewhere in the hours, so that few are alike. */
    private WornLine anybody(int number, WatchCredential credential, long now) {
        long offset = number / WornHours.PEOPLE % WornHours.MINUTES;
        long from = minuteAt(now) - settings.remembered();
        return new WornLine(
                credential,
                this,
                new Walk(number, cadence, hours.calm(number), from, offset - firstMinute),
                number,
                now);
    }

    private long minuteAt(long now) {
        return (now - nanosAtEpoch) / 1_000_000 / MINUTE_MS;
    }

    /** Strains these people, who can be, from that minute since 1970 on: one of which nothing was sent yet. */
    public void strain(List<Integer> numbers, long minute) {
        var strained = numbers.stream().map(number -> worn(number, minute)).toList();
        wish(() -> {
            for (int i = 0; i < strained.size(); i++) {
                lines.get(numbers.get(i)).wear(strained.get(i));
            }
        });
    }

    private WornMinutes worn(int number, long strainedFrom) {
        int person = number % WornHours.READABLE;
        return strainedFrom == NEVER
                ? hours.calm(person)
                : hours.strained(person, Math.toIntExact(strainedFrom - firstMinute));
    }

    /** The last so many watches are taken off and put away. */
    public void leave(int count) {
        int stay = watches.addAndGet(-count);
        wish(() -> {
            for (int number = lines.size() - 1; number >= stay; number--) {
                lines.get(number).leave();
                agenda.remove(number);
                left.add(lines.remove(number));
            }
        });
    }

    /** Tears off this share of the connections at once, chosen by that seed; each comes back after a wait of its own. */
    public void storm(double share, long chosenBy) {
        wish(() -> {
            var chance = new SplittableRandom(settings.seed() ^ chosenBy);
            long now = System.nanoTime();
            for (int number = 0; number < lines.size(); number++) {
                if (lines.get(number).isOpen() && chance.nextDouble() < share) {
                    agenda.set(number, lines.get(number).breakOff(now));
                }
            }
        });
    }

    /** How things stand now. */
    public CrowdCounts counts() {
        return tally.counts(watches.get());
    }

    private void wish(Runnable wish) {
        wishes.add(wish);
        selector.wakeup();
    }

    private void run() {
        while (!closing) {
            try {
                selector.select(this::serve, rest());
            } catch (IOException broken) {
                throw new UncheckedIOException("The watches cannot be served any more", broken);
            }
            for (var wish = wishes.poll(); wish != null; wish = wishes.poll()) {
                wish.run();
            }
            serveWhoIsDue();
        }
        lines.forEach(WornLine::leave);
    }

    /** At least a millisecond, for zero would be for ever. */
    private long rest() {
        if (agenda.isEmpty()) {
            return LONGEST_REST_MS;
        }
        long ms = (agenda.firstDue() - System.nanoTime()) / 1_000_000;
        return Math.max(1, Math.min(ms, LONGEST_REST_MS));
    }

    private void serve(SelectionKey key) {
        if (key.isValid() && key.attachment() instanceof WornLine line) {
            agenda.set(line.number(), line.ready(key, System.nanoTime()));
        }
    }

    private void serveWhoIsDue() {
        long now = System.nanoTime();
        while (!agenda.isEmpty() && agenda.firstDue() - now <= 0) {
            int number = agenda.takeFirst();
            agenda.set(number, lines.get(number).turn(now));
        }
    }

    /** Ends all connections. */
    @Override
    public void close() {
        closing = true;
        selector.wakeup();
        try {
            thread.join(Duration.ofSeconds(20).toMillis());
            selector.close();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Counters of the frames that the broker confirmed, by device; to be asked after closing. */
    public Map<DeviceId, long[]> confirmedCounters() {
        if (thread.isAlive()) {
            throw new IllegalStateException("What was confirmed is known once the watches are closed");
        }
        var counters = new HashMap<DeviceId, long[]>();
        lines.forEach(line -> counters.put(line.device(), line.confirmed()));
        left.forEach(line -> counters.put(line.device(), line.confirmed()));
        return counters;
    }

    // For the lines, on the crowd's thread.

    CrowdSettings settings() {
        return settings;
    }

    Cadence cadence() {
        return cadence;
    }

    InetSocketAddress broker() {
        return broker;
    }

    long nanosAt(long epochMs) {
        return nanosAtEpoch + epochMs * 1_000_000;
    }

    /** Empty and ready to be read into. */
    ByteBuffer in() {
        return in.clear();
    }

    /** Empty and ready to be written to. */
    ByteBuffer out() {
        return out.clear();
    }

    CrowdTally tally() {
        return tally;
    }

    Wire register(SocketChannel channel, WornLine line) throws IOException {
        channel.configureBlocking(false);
        return new Wire(channel.register(selector, SelectionKey.OP_CONNECT, line));
    }

    /** Where the line's connection comes from, where the machine's own address has too few ports; on loopback only. */
    Optional<InetSocketAddress> sourceOf(int number) {
        int source = number / LINES_OF_A_SOURCE;
        return source == 0 || !broker.getAddress().isLoopbackAddress()
                ? Optional.empty()
                : Optional.of(new InetSocketAddress("127.0.0." + (source + 1), 0));
    }

    boolean mayConnect() {
        return connecting < settings.connectingAtMost();
    }

    void connecting(int more) {
        connecting += more;
    }
}
