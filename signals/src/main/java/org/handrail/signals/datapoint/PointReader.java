package org.handrail.signals.datapoint;

import org.handrail.signals.DeviceId;
import org.handrail.signals.FrameId;
import org.handrail.signals.SignalFrame;
import tools.jackson.databind.JsonNode;

/** One data point as the one frame that it becomes. */
public final class PointReader {

    private PointReader() {}

    /**
     * @param pointer where the data point stands in its document; empty where it is the document
     * @throws PointFault at the first field that breaks a rule
     */
    public static SignalFrame read(DeviceId device, String pointer, JsonNode value) {
        var point = new Field(pointer, value);
        point.require(value.isObject(), "is not an object");
        var header = Header.of(point);
        var reading = header.measure().read(point.object("body"));
        var id = new FrameId(device, header.counter());
        return new SignalFrame(id, reading.stream(), reading.sampledAt(), reading.content());
    }
}
