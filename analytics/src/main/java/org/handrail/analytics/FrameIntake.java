package org.handrail.analytics;

import java.util.List;
import org.handrail.signals.ArchivedFrame;

/** Where archived frames are handed in. Bears a frame twice. Blocks while the lanes are busy. */
public interface FrameIntake {

    void accept(List<ArchivedFrame> frames);

    /** How much was handed in and is not worked off and saved yet. */
    int undone();
}
