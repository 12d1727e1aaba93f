/** The house as one program. */
@NullMarked
package org.handrail;

import org.jspecify.annotations.NullMarked;
