"""From a rulebook to diagrams: facts cut into cells, where rules reach, what comes of it; and back to facts."""
