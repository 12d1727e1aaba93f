/** A simulated wearer whose every signal is known beforehand: the same seed gives the same bytes, in whatever order it is asked. */
@NamedInterface("physiology")
@NullMarked
package org.handrail.devicesim.physiology;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
