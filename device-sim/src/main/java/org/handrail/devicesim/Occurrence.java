package org.handrail.devicesim;

import java.time.Duration;
import java.time.Instant;
import org.handrail.signals.FrameContent;
import org.handrail.signals.StreamKind;

/**
 * Content that is never cut, such as a night or the state of the battery.
 *
 * @param start when the content begins
 * @param completeAt when the watch knows it and can send it
 */
public record Occurrence(StreamKind stream, Instant start, Instant completeAt, FrameContent content)
        implements Channel {

    @Override
    public Instant end() {
        return start.plus(content.span());
    }

    @Override
    public Occurrence shiftedBy(Duration shift) {
        return new Occurrence(stream, start.plus(shift), completeAt.plus(shift), content);
    }
}
