/** The detection as it runs in the house: one thread for each lane, state and facts in PostgreSQL. */
@NullMarked
package org.handrail.analytics.lane;

import org.jspecify.annotations.NullMarked;
