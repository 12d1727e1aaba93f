/** Who accompanies whom, and in which order they are asked. */
@NullMarked
package org.handrail.alerts.mentorship;

import org.jspecify.annotations.NullMarked;
