/**
 * People who do not exist and what they go through: an evening for the demo, and days or weeks as read from files that a
 * clinician can read too (docs/scenarios.md).
 */
@NamedInterface("scenario")
@NullMarked
package org.handrail.devicesim.scenario;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
