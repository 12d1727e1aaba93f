package org.handrail.signals;

import java.util.Locale;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** A frame as the map that goes on the wire. */
final class FrameWriter {

    private FrameWriter() {}

    static ObjectNode write(SignalFrame frame) {
        var map = JsonNodeFactory.instance.objectNode();
        map.put("v", FrameCodec.VERSION);
        map.put("counter", frame.id().counter());
        map.put("sampledAt", frame.sampledAt().toEpochMilli());
        writeContent(map, frame.content());
        return map;
    }

    private static void writeContent(ObjectNode map, FrameContent content) {
        if (content instanceof Series series) {
            writeSeries(map, series);
        } else if (content instanceof Beats beats) {
            var entries = map.putArray("beats");
            beats.entries().stream().forEach(entries::add);
        } else if (content instanceof Sleep sleep) {
            writeSleep(map, sleep);
        } else if (content instanceof SelfReport report) {
            map.put("subject", word(report.subject()));
            map.put("level", report.level());
        } else if (content instanceof Answer answer) {
            answer.nudge().ifPresent(nudge -> map.put("nudge", nudge.toString()));
            map.put("choice", word(answer.choice()));
        } else if (content instanceof DeviceStatus status) {
            map.put("battery", status.batteryPercent());
            map.put("contact", word(status.contact()));
            map.put("firmware", status.firmware());
            status.zone().ifPresent(zone -> map.put("zone", zone.getId()));
        }
    }

    private static void writeSeries(ObjectNode map, Series series) {
        map.put("spacingUs", series.spacing().toNanos() / 1_000);
        map.put("resolution", series.resolution());
        var values = map.putArray("values");
        series.ticks().stream().forEach(tick -> {
            if (tick == Series.MISSING) {
                values.addNull();
            } else {
                values.add(tick);
            }
        });
    }

    private static void writeSleep(ObjectNode map, Sleep sleep) {
        var phases = map.putArray("phases");
        for (var phase : sleep.phases()) {
            phases.addObject()
                    .put("stage", word(phase.stage()))
                    .put("seconds", phase.length().toSeconds());
        }
    }

    static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
