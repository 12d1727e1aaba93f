/** From frames to risk windows. This package is the door: events, ports and queries. */
@NullMarked
package org.handrail.analytics;

import org.jspecify.annotations.NullMarked;
