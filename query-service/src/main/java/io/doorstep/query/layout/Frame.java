package io.doorstep.query.layout;

import static io.doorstep.terms.Role.ADMINISTRATOR;
import static io.doorstep.terms.Role.AUDITOR;
import static io.doorstep.terms.Role.COORDINATION_GROUP;
import static io.doorstep.terms.Role.DISPATCHER;
import static io.doorstep.terms.Role.HANDLER;
import static io.doorstep.terms.Role.MEDIATOR;
import static io.doorstep.terms.Role.PETITION_OFFICER;
import static io.doorstep.terms.Role.PRIVACY_OFFICER;
import static io.doorstep.terms.Role.SECURITY_ADMINISTRATOR;
import static io.doorstep.terms.Role.SUPERVISOR;
import static io.doorstep.terms.Role.UNIT_HEAD;
import static io.doorstep.terms.Role.VISITING_CADRE;

import io.doorstep.erasure.Erasure;
import io.doorstep.identity.Actor;
import io.doorstep.identity.Reach;
import io.doorstep.proof.kept.SelfCheck;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * 页框。 What stands round every page: who reads it, in which language, and where he may go from here.
 *
 * @param language zh or en
 * @param path of the page, so that its place in the menu is marked
 * @param reader null when nobody is signed in
 * @param name of the reader; his id where none is known
 * @param offset of the office's zone, such as {@code +08:00}: times in forms are meant there
 * @param unread how many reminders he has not read
 * @param alarm whether the last check of the history found something amiss, and it concerns the reader
 * @param copies how fresh each county's copies are; null in an office with cases of its own
 */
public record Frame(
        String language,
        String path,
        @Nullable Actor reader,
        @Nullable String name,
        @Nullable String unitName,
        String offset,
        long unread,
        boolean alarm,
        @Nullable Freshness copies) {

    private static final Map<String, String> HELP = new LinkedHashMap<>();

    static {
        HELP.put("/cases/new", "/report");
        HELP.put("/cases/", "/case");
        HELP.put("/lists/closeouts", "/closeout");
        HELP.put("/lists/", "/lists");
        HELP.put("/due", "/due");
        HELP.put("/rules", "/due");
        HELP.put("/supervision", "/supervision");
        HELP.put("/handover", "/handover");
        HELP.put("/visits", "/visit");
        HELP.put("/meetings", "/meeting");
        HELP.put("/weeks", "/weeks");
        HELP.put("/reminders", "/due");
        HELP.put("/outbox", "/accounts");
        HELP.put("/operations", "/operations");
        HELP.put("/figures", "/figures");
        HELP.put("/compliance", "/figures");
        HELP.put("/annual", "/figures");
        HELP.put("/repeats", "/report");
        HELP.put("/map", "/map");
        HELP.put("/wall", "/map");
        HELP.put("/imports", "/imports");
        HELP.put("/accounts", "/accounts");
        HELP.put("/proof", "/proof");
        HELP.put("/snapshots", "/snapshots");
        HELP.put("/federation", "/federation");
        HELP.put("/security-log", "/accounts");
        HELP.put("/me", "/accounts");
        HELP.put("/privacy", "/privacy");
        HELP.put("/access-log", "/privacy");
        HELP.put("/login", "/start");
    }

    /** The language that the page is not in. */
    public String otherLanguage() {
        return language.equals("zh") ? "en" : "zh";
    }

    /** The page of the handbook that is about this page. */
    public String help() {
        return HELP.entrySet().stream()
                .filter(entry -> path.startsWith(entry.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse("");
    }

    public boolean isAt(String prefix) {
        return path.startsWith(prefix);
    }

    /** Whether the page is one of those about visits, the no-meeting week's among them. */
    public boolean goesOut() {
        return isAt("/visits") || isAt("/weeks");
    }

    /** Whether there are cases that the reader may know of. */
    public boolean reads() {
        return reader != null && reader.reach().compareTo(Reach.OWN_UNIT) >= 0;
    }

    /** Whether the reader may see figures, if only those that are published. */
    public boolean counts() {
        return reader != null && reader.reach() != Reach.NOTHING;
    }

    /** Whether there are cases here that can be worked on. */
    private boolean works() {
        return copies == null;
    }

    /** Whether the reader may keep others away from a case; himself everybody may. */
    public boolean recuses() {
        return works()
                && reader != null
                && reader.is(PETITION_OFFICER, DISPATCHER, UNIT_HEAD, SUPERVISOR, COORDINATION_GROUP);
    }

    /** Whether the reader may put a matter on record. */
    public boolean reports() {
        return works()
                && reader != null
                && reader.is(PETITION_OFFICER, DISPATCHER, VISITING_CADRE, MEDIATOR, COORDINATION_GROUP);
    }

    /** Whether the reader goes on visits, and so may take cases along. */
    public boolean visits() {
        return works()
                && reader != null
                && reader.is(
                        VISITING_CADRE, HANDLER, UNIT_HEAD, MEDIATOR, COORDINATION_GROUP, PETITION_OFFICER, SUPERVISOR);
    }

    /** Whether the reader may assign cases. */
    public boolean assigns() {
        return works() && reader != null && reader.is(PETITION_OFFICER, DISPATCHER, COORDINATION_GROUP);
    }

    /** Whether the reader may decide which cases belong together. */
    public boolean links() {
        return works() && reader != null && reader.is(PETITION_OFFICER, DISPATCHER);
    }

    /** Whether the reader may press for progress. */
    public boolean urges() {
        return works() && reader != null && reader.is(SUPERVISOR, COORDINATION_GROUP, PETITION_OFFICER, DISPATCHER);
    }

    /** Whether orders of supervision and returns concern the reader beyond his own cases. */
    public boolean seesSupervision() {
        return reader != null && reader.is(SUPERVISOR, COORDINATION_GROUP, PETITION_OFFICER, DISPATCHER, UNIT_HEAD);
    }

    /** Whether the reader sees to it that somebody's cases are handed over. */
    public boolean handsOver() {
        return reader != null && reader.is(SUPERVISOR, COORDINATION_GROUP, UNIT_HEAD);
    }

    /** Whether plans of no-meeting weeks concern the reader. */
    public boolean seesWeeks() {
        return reader != null && reader.is(SUPERVISOR, COORDINATION_GROUP, PETITION_OFFICER, DISPATCHER);
    }

    /** Whether what cannot be sent concerns the reader. */
    public boolean keepsOutbox() {
        return reader != null && reader.is(ADMINISTRATOR);
    }

    /** Whether it concerns the reader how the product runs. */
    public boolean operates() {
        return keepsOutbox();
    }

    /** Whether accounts concern the reader. */
    public boolean accounts() {
        return reader != null && reader.is(ADMINISTRATOR, SECURITY_ADMINISTRATOR, AUDITOR);
    }

    /** Whether requests to erase somebody's data concern the reader. */
    public boolean guardsPrivacy() {
        return reader != null && Erasure.mayApprove(reader);
    }

    /** Whether the reader looks at who had personal data opened. */
    public boolean readsAccessLog() {
        return reader != null && reader.is(SUPERVISOR, PRIVACY_OFFICER, AUDITOR);
    }

    /** Whether the reader may publish lists and figures. */
    public boolean publishes() {
        return publishes(reader);
    }

    /** Whether somebody may. */
    public static boolean publishes(@Nullable Actor somebody) {
        return somebody != null && somebody.is(SUPERVISOR, COORDINATION_GROUP, PETITION_OFFICER);
    }

    /** Whether it concerns the reader that the history is whole. */
    public boolean audits() {
        return audits(reader);
    }

    static boolean audits(@Nullable Actor reader) {
        return reader != null && SelfCheck.concerns(reader);
    }

    /** Whether the reader tells people who has seen their data. */
    public boolean answersForPrivacy() {
        return reader != null && reader.is(PRIVACY_OFFICER);
    }

    /** Whether imports of ledgers concern the reader. */
    public boolean imports() {
        return works() && reader != null && reader.is(PETITION_OFFICER, DISPATCHER, ADMINISTRATOR, SUPERVISOR);
    }
}
