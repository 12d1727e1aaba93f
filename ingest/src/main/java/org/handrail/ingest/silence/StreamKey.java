package org.handrail.ingest.silence;

import org.handrail.signals.DeviceId;
import org.handrail.signals.StreamKind;

/** One stream as one device sends it. */
record StreamKey(DeviceId device, StreamKind stream) {}
