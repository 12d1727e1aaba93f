/** Many watches at once, as cheap as can be: frames at a given rate, or as fast as the broker takes them. */
@NamedInterface("load")
@NullMarked
package org.handrail.devicesim.load;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
