@NullMarked
package org.handrail.analytics.feature;

import org.jspecify.annotations.NullMarked;
