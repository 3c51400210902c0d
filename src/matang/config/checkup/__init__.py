"""What ``./matang doctor`` looks at. Each check answers with findings; a fault always says how to mend it."""
