package org.handrail.companion.datapoint;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.handrail.ingest.DirectFrames;
import org.handrail.signals.DataPointCodec;
import org.handrail.signals.DataPoints;
import org.handrail.signals.DeviceId;
import org.handrail.signals.RefusalReason;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Takes one data point, or a list of them, and answers when they are stored. A request with a faulty data point is not taken
 * at all; of one without, those that may enter are. Whoever gets no answer, or is told to come again, sends the same again.
 */
@RestController
class DataPointDoor {

    static final String PATH = "/api/v1/data-points";
    static final String RETRY_AFTER_SECONDS = "5";

    private final DirectFrames frames;
    private final Duration patience;

    @Autowired
    DataPointDoor(DirectFrames frames) {
        this(frames, Duration.ofSeconds(5));
    }

    /** @param patience longest wait for the archive */
    DataPointDoor(DirectFrames frames, Duration patience) {
        this.frames = frames;
        this.patience = patience;
    }

    @PostMapping(PATH)
    ResponseEntity<Object> take(@AuthenticationPrincipal DeviceId device, HttpServletRequest request)
            throws IOException, InterruptedException {
        if (!isPlainJson(request)) {
            return Problem.notJson();
        }
        byte[] body = request.getInputStream().readNBytes(DataPointCodec.MAX_BYTES + 1);
        if (body.length > DataPointCodec.MAX_BYTES) {
            frames.countRefusal(device, RefusalReason.TOO_LARGE);
            return Problem.tooLarge(DataPointCodec.MAX_BYTES);
        }
        var points = DataPointCodec.decodeAll(device, body);
        if (points instanceof DataPoints.Refused refused) {
            refused.faults().forEach(fault -> frames.countRefusal(device, fault.reason()));
            return Problem.refused(
                    refused.faults().stream().map(RefusedPoint::of).toList());
        }
        return store((DataPoints.Accepted) points);
    }

    private ResponseEntity<Object> store(DataPoints.Accepted points) throws InterruptedException {
        if (!(frames.offer(points.frames()) instanceof DirectFrames.Taken taken)) {
            return Problem.notNow(RETRY_AFTER_SECONDS);
        }
        var refused = new TreeMap<>(taken.refused())
                .entrySet().stream()
                        .map(entry -> RefusedPoint.of(points.pointerTo(entry.getKey()), entry.getValue()))
                        .toList();
        int accepted = points.frames().size() - refused.size();
        if (accepted == 0) {
            return Problem.refused(refused);
        }
        return isStored(taken)
                ? ResponseEntity.ok(new TakenPoints(accepted, refused))
                : Problem.notNow(RETRY_AFTER_SECONDS);
    }

    private boolean isStored(DirectFrames.Taken taken) throws InterruptedException {
        try {
            taken.stored().get(patience.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException | ExecutionException notYet) {
            return false;
        }
    }

    private static boolean isPlainJson(HttpServletRequest request) {
        boolean isCoded = Optional.ofNullable(request.getHeader(HttpHeaders.CONTENT_ENCODING))
                .filter(coding -> !coding.equalsIgnoreCase("identity"))
                .isPresent();
        try {
            return !isCoded
                    && Optional.ofNullable(request.getContentType())
                            .map(MediaType::parseMediaType)
                            .filter(MediaType.APPLICATION_JSON::equalsTypeAndSubtype)
                            .isPresent();
        } catch (InvalidMediaTypeException none) {
            return false;
        }
    }
}
