/** Which samples of a minute can be believed, and how much of it they cover. Pure. */
@NullMarked
package org.handrail.analytics.quality;

import org.jspecify.annotations.NullMarked;
