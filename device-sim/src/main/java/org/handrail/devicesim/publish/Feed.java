package org.handrail.devicesim.publish;

import org.handrail.devicesim.FrameSource;

/** Whose frames go out through which watch. */
public record Feed(FrameSource source, Watch watch) {}
