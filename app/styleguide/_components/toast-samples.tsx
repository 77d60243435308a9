"use client";
import { Button } from "@/app/_components/ui/button";
import { useNotify } from "@/app/_components/ui/toast";

export function ToastSamples() {
  const notify = useNotify();
  return (
    <div className="flex flex-wrap gap-2">
      <Button
        variant="secondary"
        onClick={() =>
          notify({
            words: "Réponse envoyée",
            action: { label: "Annuler", run: () => notify({ words: "Envoi annulé", tone: "info" }) },
          })
        }
      >
        Message avec annulation
      </Button>
      <Button variant="secondary" onClick={() => notify({ words: "Réclamation assignée", leavesAfter: 5000 })}>
        Message qui s’efface
      </Button>
    </div>
  );
}
