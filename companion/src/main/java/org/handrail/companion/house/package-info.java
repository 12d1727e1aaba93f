/** Opens the house: embedded parts, the process and the joints between its rooms. */
@NullMarked
package org.handrail.companion.house;

import org.jspecify.annotations.NullMarked;
