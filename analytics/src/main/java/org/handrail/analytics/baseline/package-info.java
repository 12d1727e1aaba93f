/** What is usual for this person at this hour. Pure. */
@NullMarked
package org.handrail.analytics.baseline;

import org.jspecify.annotations.NullMarked;
