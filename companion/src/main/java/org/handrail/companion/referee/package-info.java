/**
 * Judges the product by people whose truth is known: what the detection finds of their hard stretches, and whether alerts keep
 * their promises, over weeks in event time and over hours in a real house.
 */
@NullMarked
package org.handrail.companion.referee;

import org.jspecify.annotations.NullMarked;
