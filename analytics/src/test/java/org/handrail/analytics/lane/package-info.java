@NullMarked
package org.handrail.analytics.lane;

import org.jspecify.annotations.NullMarked;
