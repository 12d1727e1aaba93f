/** Heart beats as windows of NN intervals and their figures. Pure, streaming. */
@NullMarked
package org.handrail.analytics.feature.heart;

import org.jspecify.annotations.NullMarked;
