@NullMarked
package org.handrail.analytics.quality;

import org.jspecify.annotations.NullMarked;
