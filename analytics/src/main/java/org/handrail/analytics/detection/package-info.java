/** The whole method as one pure function: state and frame in, new state and facts out. */
@NullMarked
package org.handrail.analytics.detection;

import org.jspecify.annotations.NullMarked;
