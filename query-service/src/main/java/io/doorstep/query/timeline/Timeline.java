package io.doorstep.query.timeline;

import java.util.List;

/** 办理经过。 The facts of a case that were known at the moment asked for. */
record Timeline(String caseId, String number, List<Entry> items) {}
