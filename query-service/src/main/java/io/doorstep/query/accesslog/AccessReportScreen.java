package io.doorstep.query.accesslog;

import io.doorstep.query.access.AccessReport;
import io.doorstep.query.layout.Say;
import io.doorstep.query.layout.Screen;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;

@Screen
class AccessReportScreen {

    private final AccessReport report;

    AccessReportScreen(AccessReport report) {
        this.report = report;
    }

    @GetMapping("/cases/{id}/access-report")
    String page(@PathVariable String id, @ModelAttribute("say") Say say, Model model) {
        model.addAttribute("told", report.make(id, say));
        return "accesslog/report";
    }
}
