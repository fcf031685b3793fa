package io.doorstep.ledger.kept;

import io.doorstep.ledger.LedgerCell;
import io.doorstep.ledger.LedgerRow;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.List;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;

/** Rows as JSON, from which each cell comes back as what it was: text, number, true date or nothing. */
final class CellJson {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private CellJson() {}

    static byte[] write(List<LedgerRow> rows) {
        var all = JSON.createArrayNode();
        for (var row : rows) {
            var cells = all.addArray().add(row.line());
            row.cells().forEach(cell -> write(cell, cells));
        }
        return JSON.writeValueAsString(all).getBytes(StandardCharsets.UTF_8);
    }

    private static void write(LedgerCell cell, ArrayNode cells) {
        if (cell instanceof LedgerCell.Text text) {
            cells.add(text.text());
        } else if (cell instanceof LedgerCell.Moment moment) {
            cells.addArray().add(moment.at().toString());
        } else if (cell instanceof LedgerCell.Numeric number) {
            cells.add(number.value());
        } else {
            cells.addNull();
        }
    }

    static List<LedgerRow> read(byte[] json) {
        return JSON.readTree(json).valueStream().map(CellJson::row).toList();
    }

    private static LedgerRow row(JsonNode row) {
        return new LedgerRow(
                row.get(0).longValue(),
                row.valueStream().skip(1).map(CellJson::cell).toList());
    }

    private static LedgerCell cell(JsonNode cell) {
        if (cell.isString()) {
            return new LedgerCell.Text(cell.stringValue());
        }
        if (cell.isArray()) {
            return new LedgerCell.Moment(LocalDateTime.parse(cell.get(0).stringValue()));
        }
        return cell.isNumber() ? new LedgerCell.Numeric(cell.decimalValue()) : new LedgerCell.Blank();
    }
}
