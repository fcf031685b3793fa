package io.doorstep.standalone;

import io.doorstep.house.HouseRules;

class ArchitectureTest implements HouseRules {
    @Override
    public String root() {
        return "io.doorstep.standalone";
    }
}
