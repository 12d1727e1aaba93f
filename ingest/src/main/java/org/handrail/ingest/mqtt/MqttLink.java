package org.handrail.ingest.mqtt;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.eclipse.paho.mqttv5.common.MqttException;
import org.handrail.ingest.MqttSettings;
import org.handrail.ingest.archive.BackOff;
import org.handrail.ingest.archive.Intake;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps one connection to the broker, on a thread of its own: connects, subscribes, waits for the loss, and starts over
 * after a pause with jitter, for as long as the process runs. Does not connect while there is no room for what the broker
 * may send, so a database that is away is felt there and not in our memory.
 */
public final class MqttLink {

    private static final Logger log = LoggerFactory.getLogger(MqttLink.class);

    private final MqttSettings settings;
    private final FrameReceiver receiver;
    private final Intake intake;
    private final Runnable beforeConnecting;
    private final BackOff backOff;
    private final Thread thread;
    private final CountDownLatch stopping = new CountDownLatch(1);
    private volatile @Nullable MqttConnection current;

    /**
     * @param beforeConnecting what a frame must not have to wait for; where it throws, it is tried again like a connection
     */
    public MqttLink(
            MqttSettings settings,
            FrameReceiver receiver,
            Intake intake,
            Runnable beforeConnecting,
            MeterRegistry meters) {
        this.settings = settings;
        this.receiver = receiver;
        this.intake = intake;
        this.beforeConnecting = beforeConnecting;
        this.backOff = new BackOff(settings.longestPause());
        this.thread = new Thread(this::run, "ingest-mqtt");
        this.thread.setDaemon(true);
        Gauge.builder("handrail.ingest.connected", this, link -> link.isConnected() ? 1 : 0)
                .register(meters);
    }

    /** Returns at once; the broker need not be up. */
    public void start() {
        thread.start();
    }

    /** Takes no further message, but still sends acknowledgements. */
    public void stopListening() {
        stopping.countDown();
        connection().ifPresent(MqttConnection::stopListening);
    }

    /** Disconnects; the broker keeps the session. */
    public void stop() throws InterruptedException {
        stopListening();
        connection().ifPresent(MqttConnection::giveUp);
        thread.join(Duration.ofSeconds(15).toMillis());
    }

    public boolean isConnected() {
        return connection().isPresent();
    }

    Optional<MqttConnection> connection() {
        return Optional.ofNullable(current);
    }

    private void run() {
        int failures = 0;
        try {
            while (stopping.getCount() > 0) {
                long begin = System.nanoTime();
                if (intake.hasRoomFor(settings.receiveMaximum())) {
                    connectAndStay();
                }
                boolean lasted =
                        System.nanoTime() - begin > settings.longestPause().toNanos();
                failures = lasted ? 0 : failures + 1;
                var pause = backOff.after(failures);
                if (stopping.getCount() > 0) {
                    log.info("Not connected to the broker; tries again in {} ms", pause.toMillis());
                }
                stopping.await(pause.toMillis(), TimeUnit.MILLISECONDS);
            }
        } catch (InterruptedException end) {
            Thread.currentThread().interrupt();
        }
    }

    private void connectAndStay() throws InterruptedException {
        try {
            beforeConnecting.run();
        } catch (RuntimeException fault) {
            log.warn("Not ready for frames yet", fault);
            return;
        }
        try (var connection = MqttConnection.open(settings, receiver)) {
            current = connection;
            log.info(
                    "Connected to {}; {}",
                    settings.broker(),
                    settings.readsFrames() ? "frames come in" : "frames are read elsewhere");
            if (stopping.getCount() == 0) {
                return;
            }
            connection.awaitLoss();
        } catch (MqttException | RuntimeException fault) {
            log.warn("The broker at {} could not be reached: {}", settings.broker(), fault.toString());
        } finally {
            current = null;
        }
    }
}
