@NullMarked
package org.handrail.analytics.risk;

import org.jspecify.annotations.NullMarked;
