@NullMarked
package org.handrail.analytics.detection;

import org.jspecify.annotations.NullMarked;
