/** The one process: sign-in, consent, disclosure, plans, pages and embedded parts. */
@NullMarked
package org.handrail.companion;

import org.jspecify.annotations.NullMarked;
