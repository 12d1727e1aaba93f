/** The mentee's phone: today in plain words, company at hand, and the say over who sees what. */
@NullMarked
package org.handrail.companion.menteepage;

import org.jspecify.annotations.NullMarked;
