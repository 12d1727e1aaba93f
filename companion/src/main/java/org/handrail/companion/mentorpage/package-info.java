/** The mentor's phone: who may need me, why, what helps, and one button. */
@NullMarked
package org.handrail.companion.mentorpage;

import org.jspecify.annotations.NullMarked;
