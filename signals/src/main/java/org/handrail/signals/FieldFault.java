package org.handrail.signals;

/** A field that breaks a rule. Stays inside the codec, where it becomes a refusal. */
final class FieldFault extends RuntimeException {

    FieldFault(String field, String rule) {
        super(field + ": " + rule, null, false, false);
    }
}
