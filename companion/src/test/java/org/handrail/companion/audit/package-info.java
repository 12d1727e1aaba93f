@NullMarked
package org.handrail.companion.audit;

import org.jspecify.annotations.NullMarked;
