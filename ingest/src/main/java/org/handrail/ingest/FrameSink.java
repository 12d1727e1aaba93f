package org.handrail.ingest;

import java.util.List;
import org.handrail.signals.ArchivedFrame;

/**
 * Where frames go once they are safe. Called after the commit and before the acknowledgement to the broker, with the new
 * frames of one batch; frames of one mentee come in the order of their positions.
 *
 * <p>May block: that is how a slow reader holds back the broker. A frame that never reached the sink because the process
 * ended is found in the archive after its position, so the sink's owner reads there first when it starts.
 */
public interface FrameSink {

    void accept(List<ArchivedFrame> frames);
}
