package io.doorstep.query.imports;

import java.util.Locale;
import java.util.Map;
import org.springframework.context.MessageSource;

/**
 * 问题的说法。 Says what is wrong with a row, in the reader's language and without quoting it.
 *
 * @param headings target → what the ledger calls it; empty when that does not matter
 */
record FaultWords(MessageSource messages, Locale reader, Map<String, String> headings) {

    /** Of a field, or else of a case that said no. */
    String message(RowFault fault) {
        var arguments = fault.arguments().toArray();
        var refusal = messages.getMessage("refusal." + fault.code(), arguments, fault.code(), reader);
        return String.valueOf(messages.getMessage("field." + fault.code(), arguments, refusal, reader));
    }

    /** The heading of the ledger, or else what we call it. */
    String field(RowFault fault) {
        var ours = messages.getMessage("target." + fault.field(), null, fault.field(), reader);
        return headings.getOrDefault(fault.field(), String.valueOf(ours));
    }

    String sentence(RowFault fault) {
        return messages.getMessage("imports.sentence", new Object[] {field(fault), message(fault)}, reader);
    }
}
