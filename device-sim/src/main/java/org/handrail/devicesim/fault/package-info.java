/**
 * What goes wrong at a wrist and on the way from it: a {@link org.handrail.devicesim.fault.FaultPlan} says what and when, a
 * {@link org.handrail.devicesim.fault.FaultyWrist} sends accordingly, and its
 * {@link org.handrail.devicesim.fault.FaultLog} is the truth that a referee compares with.
 */
@NamedInterface("fault")
@NullMarked
package org.handrail.devicesim.fault;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
