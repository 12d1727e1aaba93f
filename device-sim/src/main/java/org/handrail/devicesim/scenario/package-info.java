/** Wearers with a past and an evening, for the demo and for tests in event time. */
@NamedInterface("scenario")
@NullMarked
package org.handrail.devicesim.scenario;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
