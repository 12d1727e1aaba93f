package org.handrail.signals;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import org.handrail.signals.datapoint.PointFault;
import org.handrail.signals.datapoint.PointReader;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.json.JsonMapper;

/**
 * Data points of Open mHealth and IEEE 1752.1 in JSON: heart rate, RR intervals, step counts and sleep episodes. Each becomes
 * one frame. What a schema leaves open and had to be assumed stands where its body is read; a unit, schema, version or form
 * of time that is not known is refused with a pointer to the field.
 *
 * <p>The schemas are read by hand. A validator would load their dozens of files, say of a {@code oneOf} no more than that
 * neither branch fits, and still leave the units, lengths and statistics to be judged here.
 *
 * <p>Decoding throws for nothing that can be sent.
 */
public final class DataPointCodec {

    /** Stands in the topic where a frame's stream does. */
    public static final String TOPIC_NAME = "data-point";

    /** Largest document of several that is looked at. */
    public static final int MAX_BYTES = 1_048_576;

    /** Most data points of one document. */
    public static final int MAX_POINTS = 1_000;

    private static final String NOT_JSON = "is not one document of JSON";

    private static final ObjectMapper ONE = mapper(FrameCodec.MAX_BYTES);
    private static final ObjectMapper SEVERAL = mapper(MAX_BYTES);

    private DataPointCodec() {}

    /** Reads one data point. */
    public static Decoded decode(DeviceId device, byte[] payload) {
        if (payload.length > FrameCodec.MAX_BYTES) {
            return new Decoded.Refused(
                    RefusalReason.TOO_LARGE, "the payload has more than " + FrameCodec.MAX_BYTES + " bytes");
        }
        try {
            return new Decoded.Accepted(PointReader.read(device, "", ONE.readTree(payload)));
        } catch (PointFault fault) {
            return new Decoded.Refused(fault.reason(), fault.pointer() + " " + fault.rule());
        } catch (JacksonException fault) {
            return new Decoded.Refused(RefusalReason.MALFORMED, "the payload " + NOT_JSON);
        }
    }

    /** Reads a document that is one data point or a list of at most {@link #MAX_POINTS}. */
    public static DataPoints decodeAll(DeviceId device, byte[] document) {
        if (document.length > MAX_BYTES) {
            return refused(RefusalReason.TOO_LARGE, "has more than " + MAX_BYTES + " bytes");
        }
        try {
            var tree = SEVERAL.readTree(document);
            if (!tree.isArray()) {
                return read(device, List.of(tree), false);
            }
            return tree.isEmpty() || tree.size() > MAX_POINTS
                    ? refused(RefusalReason.MALFORMED, "is not a list of 1 to " + MAX_POINTS + " data points")
                    : read(device, tree.values(), true);
        } catch (JacksonException fault) {
            return refused(RefusalReason.MALFORMED, NOT_JSON);
        }
    }

    private static DataPoints read(DeviceId device, Iterable<JsonNode> points, boolean areListed) {
        var frames = new ArrayList<SignalFrame>();
        var faults = new ArrayList<DataPoints.Fault>();
        var byId = new HashMap<FrameId, SignalFrame>();
        int index = 0;
        for (var point : points) {
            String pointer = areListed ? "/" + index : "";
            index++;
            try {
                var frame = PointReader.read(device, pointer, point);
                var same = byId.putIfAbsent(frame.id(), frame);
                if (same == null || same.equals(frame)) {
                    frames.add(frame);
                } else {
                    faults.add(new DataPoints.Fault(
                            pointer + "/header",
                            RefusalReason.MALFORMED,
                            "has the id of another data point of this document"));
                }
            } catch (PointFault fault) {
                faults.add(new DataPoints.Fault(fault.pointer(), fault.reason(), fault.rule()));
            }
        }
        return faults.isEmpty() ? new DataPoints.Accepted(frames, areListed) : new DataPoints.Refused(faults);
    }

    private static DataPoints refused(RefusalReason reason, String rule) {
        return new DataPoints.Refused(List.of(new DataPoints.Fault("", reason, rule)));
    }

    private static ObjectMapper mapper(int maxBytes) {
        var bounds = StreamReadConstraints.builder()
                .maxDocumentLength(maxBytes)
                .maxNestingDepth(12)
                .maxNumberLength(40)
                .maxStringLength(8_192)
                .maxNameLength(256)
                .build();
        var factory = JsonFactory.builder().streamReadConstraints(bounds).build();
        return JsonMapper.builder(factory)
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
                .build();
    }
}
