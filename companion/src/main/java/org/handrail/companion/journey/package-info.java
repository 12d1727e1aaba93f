/** What belongs to a mentee's own way: the plan written while well. */
@NullMarked
package org.handrail.companion.journey;

import org.jspecify.annotations.NullMarked;
